"""Where a graph is kept and asked: on disk, in memory, or at an endpoint."""
