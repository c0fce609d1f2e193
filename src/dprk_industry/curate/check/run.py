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
    from dprk_industry.curate.check.inspect import Report
    from dprk_industry.curate.corpus import Ground


ARTICLE = "article"
"""The form of the files that are read anew when nothing else changed."""


def run(root: Path, cache: Cache | None, jobs: int | None, address: str | None) -> Checked:
    """Check the dataset under a root, and keep in the cache what was found.

    Raises:
        NoDatasetError: there is no dataset under the root.
        NoClusterError: there is no cluster at the address.

    """
    ground = _ground(root, cache)
    if ground.stopped:
        return Checked(root, sorted(ground.findings), {}, ground.files, stopped=True)
    with no_collector(), _workers(ground, jobs, address) as workers:
        reports = _reports(ground, cache.reports() if cache else {}, workers)
        found = conclude(ground, reports, workers)
    counted = {report.file: sum(report.summary.counts[1:]) for report in reports if report.summary}
    checked = Checked(root, found, counted, (*ground.files, *ground.articles), stopped=False)
    if cache:
        kept = (ground, validator(ground.codes).compiled(ARTICLE))
        cache.keep(ground.digests, kept, reports, checked)
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


def _ground(root: Path, cache: Cache | None) -> Ground:
    """Everything but the articles, with the findings on it; what was kept of it comes with the form of articles."""
    kept = cache.ground() if cache else None
    if not kept:
        found = survey(root)
        return found if found.stopped else judged(found, RULES)
    ground: Ground
    ground, compiled = kept
    validator(ground.codes).adopt(ARTICLE, compiled)
    return replace(ground, articles=tuple(Disk(root).listing("annotations").files))


def _reports(ground: Ground, known: dict[str, Report], workers: Workers) -> list[Report]:
    """A report on every article, in the order of the files."""
    fresh = workers.inspect([file for file in ground.articles if file not in known])
    every = known | {report.file: report for report in fresh}
    return [every[file] for file in ground.articles]
