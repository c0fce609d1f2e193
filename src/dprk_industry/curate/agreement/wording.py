"""What the page says in words that do not depend on the figures."""

from __future__ import annotations

BANNER = (
    "Generated from the codings under dataset/double-coding by `dprk-industry build`; do not edit by hand. "
    "`dprk-industry agreement` prints it."
)

INTRODUCTION = """\
How far two coders agree who coded the same articles apart, from the same manual, without seeing each other's file.
The codings are kept as they were made, under [`dataset/double-coding`](../dataset/double-coding); how the published annotation came of them is told in [Reviewing](reviewing.md#two-coders-apart).
All figures on this page are computed by `dprk-industry agreement`; [how](#how-it-was-computed) and [what they cannot tell](#what-cannot-be-said) stand below.
"""

FOUND = """\
A record counts as found by both if each coder has one of its kind that rests on a paragraph of the other's, joined one to one.
Precision is the share of the second coder's records that the first has too, recall the share of the first coder's that the second has; F1 is their harmonic mean.
The first coder of an article is the one whose handle sorts first; F1 does not depend on it.
"""

VARIABLES = """\
Of the records that both coders have: how far they say the same of them.
*Pairs* is the number of comparisons, *given* how many of them have a value from at least one coder, *same* the share of equal values, those that both left out included.
Alpha is 1 where all agree and 0 where they agree as chance would have it; it is given from {fewest} pairs with a value on.
The interval is the middle {coverage} of {times} resamples of the articles, given from {articles} articles on.
By Krippendorff's custom .80 and more can be relied on, and .67 to .80 allows tentative conclusions.
"""

METHOD = """\
- **Matching.** Within an article, records of one kind that share a paragraph may stand for the same thing. They fit as well as their paragraphs coincide (Jaccard index); between equal fits decides, with a weight of {weight}, how much of their main content is equal. Of all ways to join them one to one, the one with the greatest sum of fits is taken ([`scipy.optimize.linear_sum_assignment`](https://docs.scipy.org/doc/scipy/reference/generated/scipy.optimize.linear_sum_assignment.html)). Paragraphs are told by their digests, not by their numbers.
- **Alpha** is 1 − D_o / D_e: the disagreement observed over that expected by chance, from the matrix of coincidences (Krippendorff 2011). Nominal codes differ or do not. The two grades are ordinal: the distance is the ranks between, each as wide as it was often given. Dates are intervals: the middle of first and last possible day, in days from publication. Numbers of amounts are ratios. Sets of parties, paragraphs and records are compared by MASI (Passonneau 2006), taken as it is.
- **What was left out** counts as a value of its own, because leaving a key out says that the text does not tell. Of dates and numbers, whether one is given is one variable, and which one is another.
- **References** between records agree if they lead to matched records; references to other articles are not compared, because the coders had read different ones.
- **Amounts** are put side by side within matched records if role and item are the same.
- **Intervals.** Whole articles are drawn with replacement, not records, because the records of one article share its text and its coders; the seed is `{seed}`.

Klaus Krippendorff (2011), *Computing Krippendorff's Alpha-Reliability*, University of Pennsylvania.
Rebecca Passonneau (2006), "Measuring Agreement on Set-valued Items (MASI) for Semantic and Pragmatic Annotation", *Proceedings of LREC*.
"""

LIMITS = """\
- Agreement is not truth: two coders may err alike, and a variable on which they agree may still be badly defined.
- The coders learnt from one manual and the same finished annotations. Names of records are free; the two chose the same one for {alike} of {both} records, which shows how alike they think. Strangers would agree less.
- With few articles the intervals are rough and rather too narrow. One that runs from 1.00 to 1.00 only says that no difference was seen.
- The figures pool all pairs of coders; of a single coder they say nothing.
- Matching asks for a shared paragraph, so agreement on paragraphs is in part made by it, and records found by both may still say different things; those differences are in the variables.
- Where nearly all records have one value, a few differences make alpha low, and no difference leaves it undefined; look at *same* beside it.
- Chance is reckoned over all articles. Parties, paragraphs and records differ from article to article anyway, so that little agreement on them is put down to chance, and alpha comes out close to the plain share.
- A perfect alpha on dates means that days are hardly ever disputed once both give one; whether to give one is the question asked above it.
- Links that are no key of a record, and notes, are not compared.
"""
