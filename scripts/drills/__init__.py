"""The parts of `make drill`: the product on a stage of its own, a load, a fault proxy, a module for each drill."""
