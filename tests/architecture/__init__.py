"""What must be true of the whole house, whichever room a page stands in."""
