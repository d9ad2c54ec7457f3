"""Image Ferry moves container images between computers as files.

The packages below import in one direction only: ``app``, ``ui``, ``desktop``, ``models``,
``workers``, ``transfers``, then ``engine`` and ``archives``, which do not know each other.
The modules beside them are the words they all share.
"""

__version__ = "0.1.0"
