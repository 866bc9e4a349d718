// What Prototype.js 1.5 to 1.7 does to a page's built-ins, in a version of our own.
(() => {
  const STOP = {};
  const toArray = (list) => {
    if (!list) return [];
    if ('toArray' in Object(list)) return list.toArray();
    const copy = [];
    for (let index = 0; index < (list.length || 0); index++) copy[index] = list[index];
    return copy;
  };
  Array.from = toArray;
  Object.keys = (object) => {
    const names = [];
    for (const name in object) names.push(name);
    return names;
  };
  Object.values = (object) => Object.keys(object).map((name) => object[name]);

  // Enumerable: callbacks get a value and its index, and nothing else.
  const each = function (callback) {
    try {
      for (let index = 0; index < this.length; index++) callback(this[index], index);
    } catch (error) {
      if (error !== STOP) throw error;
    }
    return this;
  };
  const find = function (callback, context) {
    let found;
    each.call(this, (value, index) => {
      if (!callback.call(context, value, index)) return;
      found = value;
      throw STOP;
    });
    return found;
  };
  const map = function (callback = (value) => value, context = undefined) {
    const results = [];
    each.call(this, (value, index) => (results[index] = callback.call(context, value, index)));
    return results;
  };
  const filter = function (callback, context) {
    const results = [];
    each.call(this, (value, index) => callback.call(context, value, index) && results.push(value));
    return results;
  };
  const some = function (callback = (value) => value, context = undefined) {
    let isAny = false;
    each.call(this, (value, index) => {
      if ((isAny = !!callback.call(context, value, index))) throw STOP;
    });
    return isAny;
  };
  const every = function (callback = (value) => value, context = undefined) {
    return !some.call(this, (value, index) => !callback.call(context, value, index));
  };
  const includes = function (wanted) {
    return some.call(this, (value) => value == wanted);
  };
  const copy = function () {
    return map.call(this);
  };
  const nativeReverse = Array.prototype.reverse;
  Object.assign(Array.prototype, {
    each,
    find,
    detect: find,
    map,
    collect: map,
    filter,
    findAll: filter,
    select: filter,
    some,
    any: some,
    every,
    all: every,
    include: includes,
    member: includes,
    entries: copy,
    toArray: copy,
    clone: copy,
    reduce() {
      return this.length > 1 ? this : this[0];
    },
    reverse(isInPlace) {
      return nativeReverse.call(isInPlace === false ? copy.call(this) : this);
    },
    clear() {
      this.length = 0;
      return this;
    },
    first() {
      return this[0];
    },
    last() {
      return this[this.length - 1];
    },
    flatten() {
      return [].concat(...map.call(this, (value) => (Array.isArray(value) ? value.flatten() : value)));
    },
    without(...values) {
      return filter.call(this, (value) => !values.include(value));
    },
    size() {
      return this.length;
    },
    max() {
      return Math.max(...this);
    },
    min() {
      return Math.min(...this);
    },
    inspect() {
      return `[${this.join(', ')}]`;
    },
  });

  // JSON of its own: a text where JSON.stringify expects a value.
  const quoted = (text) => `"${text}"`;
  const toJson = (value) => {
    if (value === null) return 'null';
    if (typeof value === 'function' || value === undefined) return undefined;
    if (typeof value === 'boolean') return String(value);
    if (typeof value.toJSON === 'function') return value.toJSON();
    return `{${Object.keys(value).map((name) => `${name.toJSON()}: ${toJson(value[name])}`)}}`;
  };
  Array.prototype.toJSON = function () {
    return `[${map.call(this, toJson).join(', ')}]`;
  };
  String.prototype.toJSON = function () {
    return quoted(this);
  };
  Number.prototype.toJSON = function () {
    return isFinite(this) ? String(this) : 'null';
  };
  Date.prototype.toJSON = function () {
    return quoted(this.toISOString());
  };

  Object.assign(String.prototype, {
    strip() {
      return this.replace(/^\s+|\s+$/g, '');
    },
    toArray() {
      return this.split('');
    },
    sub(pattern, replacement) {
      return this.replace(pattern, replacement);
    },
    gsub(pattern, replacement) {
      return this.split(pattern).join(replacement);
    },
    startsWith(start) {
      return this.lastIndexOf(start, 0) === 0;
    },
    endsWith(end) {
      const at = this.length - end.length;
      return at >= 0 && this.indexOf(end, at) === at;
    },
    times(count) {
      return count < 1 ? '' : new Array(count + 1).join(this);
    },
    empty() {
      return this == '';
    },
    include(text) {
      return this.indexOf(text) > -1;
    },
  });
  Object.assign(Function.prototype, {
    argumentNames: () => [],
    bind(context, ...given) {
      if (arguments.length < 2 && context === undefined) return this;
      const method = this;
      return function (...args) {
        return method.apply(context, [...given, ...args]);
      };
    },
    delay(seconds) {
      return setTimeout(this, seconds * 1000);
    },
    wrap(wrapper) {
      const method = this;
      return function (...args) {
        return wrapper.apply(this, [method.bind(this), ...args]);
      };
    },
    methodize() {
      return this;
    },
  });
  Object.assign(Number.prototype, {
    times(callback) {
      for (let index = 0; index < this; index++) callback(index);
      return this;
    },
    round() {
      return Math.round(this);
    },
  });

  // Elements: a constructor of its own, and methods for all of them.
  const native = window.Element;
  window.Element = Object.assign(
    function (name, attributes) {
      const element = document.createElement(name);
      for (const attribute of Object.keys(attributes)) element.setAttribute(attribute, attributes[attribute]);
      return element;
    },
    { extend: (element) => element },
  );
  window.Element.prototype = native.prototype;
  Object.assign(HTMLElement.prototype, {
    visible() {
      return this.style.display !== 'none';
    },
    toggle() {
      return this[this.visible() ? 'hide' : 'show']();
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    remove() {
      this.parentNode.removeChild(this);
      return this;
    },
    update(content) {
      this.textContent = content;
      return this;
    },
    replace(content) {
      this.outerHTML = content;
      return this;
    },
    insert(content) {
      this.append(content);
      return this;
    },
    select(selector) {
      return toArray(this.querySelectorAll(selector));
    },
    match(selector) {
      return this.matches(selector);
    },
    observe(type, listener) {
      this.addEventListener(type, listener);
      return this;
    },
    on(type, listener) {
      this.addEventListener(type, listener);
    },
    fire(type) {
      this.dispatchEvent(new CustomEvent(type));
      return this;
    },
    next() {
      return this.nextElementSibling;
    },
    up() {
      return this.parentElement;
    },
    down() {
      return this.firstElementChild;
    },
    empty() {
      return this.textContent === '';
    },
    store() {
      return this;
    },
    clone(isDeep) {
      return this.cloneNode(isDeep);
    },
    scrollTo() {
      window.scrollTo(0, this.offsetTop);
      return this;
    },
  });
  Object.assign(Event.prototype, {
    stop() {
      this.preventDefault();
      this.stopPropagation();
    },
    element() {
      return this.target;
    },
  });
  window.$ = (id) => document.getElementById(id);
  window.$A = toArray;
  window.Hash = window.Template = window.Selector = window.Position = function () {};
})();
