"""Signing in with OpenID Connect: asked for where Streamlit's secrets have an `[auth]` section, and nowhere else."""
