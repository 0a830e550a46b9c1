"""How passwords are kept: Argon2id at the cost that OWASP asks for."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """19 MiB, two passes, one lane: about 60 ms a try, and little memory when many sign in at once."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
