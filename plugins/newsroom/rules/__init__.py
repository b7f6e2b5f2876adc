"""The newsroom's rules: each looks at the whole newsroom and yields every problem it finds."""
