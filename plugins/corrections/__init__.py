"""Corrections, withdrawals and old addresses (đính chính, gỡ bài, địa chỉ cũ).

A reader gets one page of all corrections, a plain word where an article was taken down, and is led
on from an old address. An editor writes `correction:`, `status: withdrawn` or `aliases:`.
"""
