// Progressive enhancement only: every page works without this file.
(function () {
  "use strict";

  if (!document.body.classList.contains("govuk-frontend-supported")) return;

  const words = document.body.dataset;

  // The hint and the error of a select, which its replacement would leave unread.
  function describing(select) {
    const ids = (select.getAttribute("aria-describedby") || "").split(" ").filter(Boolean);
    return ids.map((id) => document.getElementById(id)?.textContent.trim() || "").join(" ");
  }

  function enhanceSelects(root) {
    for (const select of root.querySelectorAll("select[data-autocomplete]")) {
      window.accessibleAutocomplete.enhanceSelectElement({
        selectElement: select,
        defaultValue: select.selectedOptions[0]?.value ? select.selectedOptions[0].text : "",
        showAllValues: true,
        preserveNullOptions: true,
        dropdownArrow: () => "",
        tNoResults: () => words.noResults,
        tStatusQueryTooShort: () => "",
        tStatusNoResults: () => words.noResults,
        tStatusSelectedOption: (option, length, index) => `${option} ${index + 1}/${length}`,
        tStatusResults: (length, selected) => `${length} ${words.results} ${selected}`,
        tAssistiveHint: () => `${describing(select)} ${words.autocompleteHint}`.trim(),
      });
    }
  }

  function listChosenFiles(root) {
    for (const input of root.querySelectorAll("input[type=file][multiple]")) {
      const list = document.createElement("ul");
      list.className = "korpu-files";
      list.setAttribute("aria-live", "polite");
      input.after(list);
      input.addEventListener("change", () => {
        list.replaceChildren(...Array.from(input.files, (file) => {
          const item = document.createElement("li");
          item.textContent = file.name;
          return item;
        }));
      });
    }
  }

  // A filter panel starts closed on a phone, where it would push the list off the screen.
  function foldFilters(root) {
    if (window.matchMedia("(min-width: 48.0625em)").matches) return;
    for (const panel of root.querySelectorAll("details.korpu-filter:not([data-active])")) {
      panel.open = false;
    }
  }

  // Arrow up and down go to the same column of the next row; Tab and saving work without this.
  function moveInGrids(root) {
    for (const grid of root.querySelectorAll("[data-grid]")) {
      grid.addEventListener("keydown", (event) => {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const column = event.target.dataset?.column;
        if (!step || !column || event.altKey || event.ctrlKey || event.metaKey) return;
        const cells = Array.from(grid.querySelectorAll(`input[data-column="${column}"]`));
        const next = cells[cells.indexOf(event.target) + step];
        if (!next) return;
        event.preventDefault();
        next.focus();
        next.select();
      });
    }
  }

  function enhance(root) {
    window.GOVUKFrontend.initAll({ scope: root });
    enhanceSelects(root);
    listChosenFiles(root);
    foldFilters(root);
    moveInGrids(root);
  }

  enhance(document);
  document.addEventListener("htmx:load", (event) => {
    if (event.target !== document.body) enhance(event.target);
  });
})();
