"""What happens in practice: attempts, reviews, sessions, and the claim of what a guest did."""
