"""A third party's format for Surefoot: prose and notes in GitHub's Markdown."""
