// What pages copy from answers on the web, in versions of our own: they replace what browsers have by now.
(() => {
  String.prototype.replaceAll = function (search, replacement) {
    return this.replace(new RegExp(search, 'g'), replacement);
  };
  String.prototype.trim = function () {
    return this.replace(/^\s+|\s+$/g, '');
  };
  String.prototype.contains = function (text) {
    return this.indexOf(text) !== -1;
  };
  String.prototype.format = function (...values) {
    return this.replace(/\{(\d+)\}/g, (_all, index) => values[index]);
  };
  Array.prototype.flat = function () {
    const values = [];
    for (const value of this) values.push(...(Array.isArray(value) ? value.flat() : [value]));
    return values;
  };
  Array.prototype.includes = function (value) {
    return this.indexOf(value) !== -1;
  };
  Array.prototype.contains = Array.prototype.includes;
  Array.prototype.remove = function (from, to) {
    const rest = this.slice((to || from) + 1 || this.length);
    this.length = from < 0 ? this.length + from : from;
    return this.push.apply(this, rest);
  };
  Array.prototype.unique = function () {
    return this.filter((value, index) => this.indexOf(value) === index);
  };
  Array.prototype.last = function () {
    return this[this.length - 1];
  };
  // As Sugar 1 has it: an index beyond the end starts again at the other.
  Array.prototype.at = function (index) {
    const { length } = this;
    return this[((index % length) + length) % length];
  };
  Element.prototype.remove = function () {
    this.parentElement.removeChild(this);
  };
  NodeList.prototype.remove = HTMLCollection.prototype.remove = function () {
    for (let index = this.length - 1; index >= 0; index--) this[index].parentElement.removeChild(this[index]);
  };
  NodeList.prototype.forEach = Array.prototype.forEach;
  Element.prototype.matches = Element.prototype.webkitMatchesSelector;
  Element.prototype.closest = function (selector) {
    for (let element = this; element !== null && element.nodeType === 1; element = element.parentElement)
      if (element.matches(selector)) return element;
    return null;
  };
  Number.prototype.pad = function (size) {
    return String(this).padStart(size, '0');
  };
})();
