// On a narrow screen the site map is one line: scrolls it to the current entry.
const current = document.querySelector(".sitemap [aria-current]");

if (current) {
    const map = current.closest(".sitemap");
    const margin = 12;
    map.scrollLeft += current.getBoundingClientRect().left - map.getBoundingClientRect().left - margin;
}
