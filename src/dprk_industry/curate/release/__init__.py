"""What a version promises: two builds compared, each change with its reason, and a release planned and written."""
