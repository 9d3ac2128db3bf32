"""Files by which a study's own repository builds its briefing at each change, on GitHub or GitLab.

examples/ci/ has the same files to copy. They name no address: what is installed stands in the study's requirements.txt.
"""

from __future__ import annotations

from leadnet import __version__
from leadnet.study.tables import StudyError, joined

_GITHUB = """# Builds the briefing at each change, compares it with the last, and keeps it. See docs/ci.md of leadnet.
name: briefing
on:
  push:
  workflow_dispatch:
  schedule:
    - cron: "0 6 1 */3 *"  # and each quarter, though nothing changed
permissions:
  contents: read
concurrency: briefing
jobs:
  briefing:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    defaults:
      run:
        shell: bash
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.11"
      - name: Install leadnet
        run: python -m pip install -r requirements.txt
      - name: Fetch the last reports, to compare with
        uses: actions/cache@v4
        with:
          path: reports
          key: reports-${{ github.ref_name }}-${{ github.run_id }}
          restore-keys: |
            reports-${{ github.ref_name }}-
            reports-
      - name: Look for faults
        run: leadnet check . || [ $? -eq 3 ]
      - name: Build the briefing  # 3 is no failure: some papers could not be read, and the briefing says so
        run: leadnet brief . || [ $? -eq 3 ]
      - name: Say what changed
        run: leadnet changed . | tee -a "$GITHUB_STEP_SUMMARY"
      - name: Export the tables
        run: leadnet export . --to xlsx,package || [ $? -eq 3 ]
      - name: Keep the briefing
        uses: actions/upload-artifact@v4
        with:
          name: briefing
          path: reports
          if-no-files-found: error
"""
_GITLAB = """# Builds the briefing at each change, compares it with the last, and keeps it. See docs/ci.md of leadnet.
briefing:
  image: python:3.11-slim
  timeout: 30 minutes
  resource_group: briefing
  cache:  # the last reports, to compare with
    key: reports-$CI_COMMIT_REF_SLUG
    fallback_keys:
      - reports-$CI_DEFAULT_BRANCH
    paths:
      - reports/
  script:
    - python -m pip install -r requirements.txt
    - leadnet check . || [ $? -eq 3 ]
    - leadnet brief . || [ $? -eq 3 ]  # 3 is no failure: some papers could not be read, and the briefing says so
    - leadnet changed .
    - leadnet export . --to xlsx,package || [ $? -eq 3 ]
  artifacts:
    paths:
      - reports/
    expire_in: 1 year
"""
_REQUIREMENTS = f"""# What the study is built with. Where leadnet is had as a file, write its name here instead.
leadnet=={__version__}
"""
_IGNORED = """# written by leadnet from the papers and the register
records/
reports/
datapackage.json
.read/
.lock
.leadnet-*
"""
CI = {"github": (".github/workflows/briefing.yml", _GITHUB), "gitlab": (".gitlab-ci.yml", _GITLAB)}
_COMMON = {"requirements.txt": _REQUIREMENTS, ".gitignore": _IGNORED}


def ci_files(services: str) -> dict[str, str]:
    """The files for these services ("github,gitlab") by their path in a study; none for "".

    StudyError names a service there is no file for.

    >>> sorted(ci_files("gitlab"))
    ['.gitignore', '.gitlab-ci.yml', 'requirements.txt']
    """
    asked = [word.strip() for word in services.split(",") if word.strip()]
    if unknown := [name for name in asked if name not in CI]:
        raise StudyError(f"--ci {services}: {joined(unknown)} is none of {', '.join(CI)}")
    return dict(CI[name] for name in asked) | (_COMMON if asked else {})
