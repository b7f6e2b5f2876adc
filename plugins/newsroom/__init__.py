"""The newsroom: what editors write, as typed and checked records, and the Pages made of them."""
