// Shortcuts and nothing else: every button and link works without this file. It is loaded before the
// body, so that no key is lost once there is something to see.
(function () {
  "use strict";
  var sent = false;

  function typing(element) {
    return Boolean(element && element.closest("input, textarea, select"));
  }

  function press(key) {
    var found = Array.from(document.querySelectorAll("[data-key]")).find(function (element) {
      return element.dataset.key.split(" ").includes(key) && !element.disabled;
    });
    if (found) { found.click(); }
    return Boolean(found);
  }

  function toggle(key) {
    var found = document.querySelector('details[data-open="' + CSS.escape(key) + '"]');
    if (!found) { return false; }
    found.open = !found.open;
    found.querySelector("summary").focus();
    return true;
  }

  function digit(key) {
    var menu = document.querySelector("details.retype[open]");
    var found = menu && menu.querySelector('[data-digit="' + CSS.escape(key) + '"]');
    if (found) { found.click(); }
    return Boolean(found);
  }

  function focus(key) {
    var found = document.querySelector('[data-focus="' + CSS.escape(key) + '"]');
    if (found) { found.focus(); }
    return Boolean(found);
  }

  function leave() {
    if (typing(document.activeElement)) { document.activeElement.blur(); }
    document.querySelectorAll("details[data-open][open]").forEach(function (one) { one.open = false; });
  }

  document.addEventListener("keydown", function (event) {
    var element = document.activeElement;
    if (event.key === "Escape") { leave(); return; }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && element.name === "note") {
      var button = document.querySelector('button[value="note"]');
      if (button) { button.click(); }
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || typing(element) || event.repeat) { return; }
    if (digit(event.key) || press(event.key) || toggle(event.key) || focus(event.key)) {
      event.preventDefault();
    }
  });

  // a second press while the first is on its way must not decide on the next item
  document.addEventListener("submit", function (event) {
    if (event.target.method === "post" && sent) { event.preventDefault(); }
    sent = sent || event.target.method === "post";
  });
  window.addEventListener("pageshow", function () { sent = false; });

  document.addEventListener("change", function (event) {
    if (event.target.matches("select[data-submit]")) { event.target.form.requestSubmit(); }
  });
})();
