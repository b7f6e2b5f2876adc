"""`inv benchmark` and `inv profile`: what a build costs, beside other generators."""
