"""What xref is installed with: the lock, and what installs, moves and checks it."""
