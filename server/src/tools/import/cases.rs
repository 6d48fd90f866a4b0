//! Situations people met when they moved their sites.
