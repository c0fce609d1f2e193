"""Trials of the check: each rule is broken on purpose at a random place of a real dataset.

A mutator edits the text of files, builds what it needs from what is there, and says where the finding has to stand.
What the data mean and where everything stands is worked out here, without the readers and rules that are being tried.
"""
