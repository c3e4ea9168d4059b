// Offers titles below a search field: arrows choose, Enter opens one.
document.addEventListener("DOMContentLoaded", () => {
  document.querySelectorAll("form[data-search]").forEach((form, at) => {
    const field = form.querySelector('[name="q"]');
    const list = document.createElement("ul");
    const say = (name, value) => field.setAttribute(`aria-${name}`, value);
    let chosen;
    let timer;

    list.id = `offered-${at}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0].textContent);
    field.parentNode.appendChild(list);
    field.setAttribute("role", "combobox");
    say("autocomplete", "list");
    say("controls", list.id);

    function choose(to) {
      chosen = list.children[to];
      for (const one of list.children) one.setAttribute("aria-selected", one === chosen);
      say("activedescendant", chosen ? chosen.id : "");
    }

    function show(offered) {
      list.textContent = "";
      offered.forEach(({ title, path, lang }, n) => {
        const one = document.createElement("li");
        one.id = `${list.id}-${n}`;
        one.setAttribute("role", "option");
        one.textContent = title;
        one.lang = lang;
        one.onmousedown = (event) => (event && event.button) || location.assign(path);
        list.appendChild(one);
      });
      list.hidden = !offered.length;
      say("expanded", !list.hidden);
      choose(-1);
    }

    async function ask() {
      const typed = field.value;
      const answer = await fetch(`/api/suggestions?q=${encodeURIComponent(typed)}`);
      if (answer.ok && field.value === typed && field.matches(":focus")) show(await answer.json());
    }

    show([]);
    field.onblur = () => show([]);
    field.oninput = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, 150);
    };
    field.onkeydown = (event) => {
      const ways = list.children.length + 1;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (event.isComposing || ways < 2) return;
      if (step) choose((([...list.children].indexOf(chosen) + 1 + step + ways) % ways) - 1);
      else if (event.key === "Escape") show([]);
      else if (event.key === "Enter" && chosen) chosen.onmousedown();
      else return;
      event.preventDefault();
    };
  });
});
