// Draws each picture at the width it has, when it comes near the screen; redraws when a narrow screen becomes wide.
(() => {
  const pictures = JSON.parse(document.getElementById("pictures").textContent);
  const narrow = (place) => place.parentElement.clientWidth < 480;
  const draw = async (place) => {
    const picture = pictures[place.dataset.picture];
    const form = narrow(place) && picture.narrow ? "narrow" : "wide";
    if (place.dataset.form === form) return;
    place.dataset.form = form;
    place.parentElement.classList.add("drawn");
    place.style.display = "block";
    try {
      await vegaEmbed(place, structuredClone(picture[form]), { actions: false, renderer: "svg" });
      place.querySelectorAll("svg").forEach((svg) => svg.setAttribute("aria-hidden", "true"));
    } catch (failure) {
      place.parentElement.classList.remove("drawn");
      place.replaceChildren();
      console.error(failure);
    }
  };
  const places = [...document.querySelectorAll(".live")];
  const near = new IntersectionObserver((seen) => {
    for (const one of seen) if (one.isIntersecting) draw(one.target.querySelector(".live"));
  }, { rootMargin: "800px" });
  places.forEach((place) => near.observe(place.parentElement));
  let waiting;
  addEventListener("resize", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => places.filter((place) => place.dataset.form).forEach(draw), 150);
  });
})();
