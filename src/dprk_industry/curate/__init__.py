"""The workshop: reading, checking and publishing annotations. Needs the extra `curate`."""
