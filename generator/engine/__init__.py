"""From `build/docs` to `build/site`: the engine, the search index, and publishing whole sites."""
