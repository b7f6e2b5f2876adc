"""The newsroom's rules: each yields every problem of a text, of the registers or of a picture."""
