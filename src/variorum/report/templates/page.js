// The page is whole without this: it only hides rows that the reader does not want to see now.
document.querySelectorAll("[data-filter]").forEach(function (box) {
  box.hidden = false;
  box.addEventListener("change", function () {
    var wanted = box.querySelector("select").value;
    document.querySelectorAll("[data-verdict]").forEach(function (row) {
      row.hidden = wanted !== "" && row.dataset.verdict !== wanted;
    });
  });
});
document.querySelectorAll("a[href^='#w-']").forEach(function (link) {
  link.addEventListener("click", function () {
    var target = document.querySelector(link.getAttribute("href"));
    var sheet = target && target.closest("details");
    if (sheet) { sheet.open = true; }
  });
});
