/** On narrow screens the documents are one row, which begins with the first: shows the current one. */
const current = document.querySelector('.guide [aria-current]');
const row = current?.closest('ul');
if (current && row) {
  const [link, box] = [current.getBoundingClientRect(), row.getBoundingClientRect()];
  row.scrollLeft += link.left + link.width / 2 - (box.left + box.width / 2);
}
