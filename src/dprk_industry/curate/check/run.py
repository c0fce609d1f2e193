"""One check from beginning to end: what is kept, what is read, what is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dprk_industry.curate.check import Checked
from dprk_industry.curate.check.beside import judged
from dprk_industry.curate.check.collector import no_collector
from dprk_industry.curate.check.conclude import conclude
from dprk_industry.curate.check.workers import Workers, pays
from dprk_industry.curate.corpus import survey
from dprk_industry.curate.disk import Disk
from dprk_industry.curate.models.validate import validator
from dprk_industry.curate.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from dprk_industry.curate.check.cache import Cache
    from dprk_industry.curate.corpus import Ground


ARTICLE = "article"
"""The form of the files that are read anew when nothing else changed."""


def run(root: Path, cache: Cache | None, jobs: int | None, address: str | None) -> Checked:
    """Check the dataset under a root, and keep in the cache what was found.

    Raises:
        NoDatasetError: there is no dataset under the root.
        NoClusterError: there is no cluster at the address.

    """
    kept = _kept(root, cache)
    ground = kept or survey(root)
    if ground.stopped:
        return Checked(root, sorted(ground.findings), {}, ground.files, stopped=True)
    known = cache.reports() if cache else {}
    with no_collector(), _workers(ground, jobs, address) as workers:
        fresh = workers.inspect([file for file in ground.articles if file not in known])
        ground = kept or judged(ground, RULES)
        every = known | {report.file: report for report in fresh}
        reports = [every[file] for file in ground.articles]
        found = conclude(ground, reports, workers)
    counted = {report.file: sum(report.summary.counts[1:]) for report in reports if report.summary}
    checked = Checked(root, found, counted, (*ground.files, *ground.articles), stopped=False)
    if cache:
        held = (ground, validator(ground.codes).described(ARTICLE))
        cache.keep(ground.digests, held, reports, checked)
    return checked


def _workers(ground: Ground, jobs: int | None, address: str | None) -> Workers:
    """Whom a check asks for; other processes and a cluster are read in only where they are."""
    if address:
        from dprk_industry.curate.check.cluster import Cluster

        return Cluster(ground, address)
    jobs = jobs or pays(len(ground.articles))
    if jobs > 1:
        from dprk_industry.curate.check.processes import Processes

        return Processes(ground, jobs)
    return Workers(ground)


def _kept(root: Path, cache: Cache | None) -> Ground | None:
    """Everything but the articles as it was kept, with the findings on it; the description of articles comes along."""
    kept = cache.ground() if cache else None
    if not kept:
        return None
    ground: Ground
    ground, described = kept
    validator(ground.codes).adopt(ARTICLE, described)
    return replace(ground, articles=tuple(Disk(root).listing("annotations").files))
