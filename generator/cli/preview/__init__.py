"""A site shown on this machine while its content is being written."""
