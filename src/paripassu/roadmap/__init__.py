"""In which order can the steps be done so that no one gains by walking away."""
