"""Passwords that cost no time, for tests of what lies behind them."""

from argon2 import PasswordHasher

from ui.accounts.passwords import Passwords

QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
