// What MooTools 1.2 to 1.5 and its date extension do to a page's built-ins, in a version of our own.
(() => {
  const isList = (item) => item != null && typeof item.length === 'number' && typeof item !== 'function';
  Array.from = (item) => {
    if (item == null) return [];
    if (!isList(item) || typeof item === 'string') return [item];
    return Array.isArray(item) ? item : Array.prototype.slice.call(item);
  };

  const define = (prototype, methods) => {
    for (const name of Object.keys(methods)) prototype[name] = methods[name];
  };
  define(Array.prototype, {
    each: Array.prototype.forEach,
    clone() {
      return this.slice();
    },
    clean() {
      return this.filter((item) => item != null);
    },
    contains(item) {
      return this.indexOf(item) !== -1;
    },
    include(item) {
      if (!this.contains(item)) this.push(item);
      return this;
    },
    erase(item) {
      for (let index = this.length; index--;) if (this[index] === item) this.splice(index, 1);
      return this;
    },
    empty() {
      this.length = 0;
      return this;
    },
    flatten() {
      return [].concat(...this.map((item) => (Array.isArray(item) ? item.flatten() : item)));
    },
    pick() {
      return this.find((item) => item != null) ?? null;
    },
    getLast() {
      return this[this.length - 1] ?? null;
    },
    append(items) {
      this.push(...items);
      return this;
    },
  });
  define(String.prototype, {
    test(pattern, flags) {
      return new RegExp(pattern, flags).test(this);
    },
    contains(text, separator) {
      return separator ? `${separator}${this}${separator}`.includes(separator + text + separator) : this.includes(text);
    },
    clean() {
      return this.replace(/\s+/g, ' ').trim();
    },
    toInt(base = 10) {
      return parseInt(this, base);
    },
    capitalize() {
      return this.replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
    },
    substitute(object) {
      return this.replace(/\\?\{([^{}]+)\}/g, (_all, name) => object[name] ?? '');
    },
  });
  define(Number.prototype, {
    limit(least, most) {
      return Math.min(most, Math.max(least, this));
    },
    round(digits = 0) {
      const power = 10 ** digits;
      return Math.round(this * power) / power;
    },
    times(callback) {
      for (let index = 0; index < this; index++) callback(index);
    },
    toInt(base = 10) {
      return parseInt(this, base);
    },
  });
  define(Function.prototype, {
    // Of 1.2: the second argument is a list.
    bind(context, args) {
      const method = this;
      return function (...own) {
        return method.apply(context, args === undefined ? own : [].concat(args));
      };
    },
    pass(args, context) {
      return this.bind(context, args);
    },
    delay(ms) {
      return setTimeout(this, ms);
    },
    periodical(ms) {
      return setInterval(this, ms);
    },
    attempt(args, context) {
      try {
        return this.apply(context, [].concat(args));
      } catch {
        return null;
      }
    },
    extend(methods) {
      define(this, methods);
      return this;
    },
    implement(methods) {
      define(this.prototype, methods);
      return this;
    },
    $family: () => 'function',
    $constructor: Function,
  });
  define(Object, {
    each(object, callback) {
      for (const name of Object.keys(object)) callback(object[name], name);
    },
    clone: (object) => ({ ...object }),
    merge: (...objects) => Object.assign(...objects),
    values: (object) => Object.keys(object).map((name) => object[name]),
    map: (object, callback) => Object.keys(object).map((name) => callback(object[name], name)),
    some: (object, callback) => Object.keys(object).some((name) => callback(object[name], name)),
  });

  const nativeParse = Date.parse;
  Date.parse = (from) => {
    if (typeof from === 'number') return new Date(from);
    if (typeof from !== 'string') return from;
    return from.clean() === '' ? null : new Date(nativeParse(from));
  };
  define(Date.prototype, {
    format() {
      return this.toISOString().slice(0, 10);
    },
    increment() {
      return this;
    },
    clone() {
      return new Date(this.getTime());
    },
    get(name) {
      return this[`get${name}`]();
    },
    toJSON() {
      return this.format();
    },
  });

  const Native = window.Element;
  window.Element = function (name) {
    return document.createElement(name);
  };
  window.Element.prototype = Native.prototype;
  window.Event = function (event) {
    if (event.type === undefined) throw new TypeError('Expected an event.');
    this.event = event;
  };
  window.Request = function (options) {
    this.options = options;
  };
  for (const name of [
    'Class',
    'Type',
    'Native',
    'Hash',
    'Options',
    'Events',
    'Chain',
    'Fx',
    'Color',
    'Cookie',
    'Elements',
  ])
    window[name] = function () {};
  define(Native.prototype, {
    set(name, value) {
      this.setAttribute(name, value);
      return this;
    },
    get(name) {
      return this.getAttribute(name);
    },
    erase(name) {
      this.removeAttribute(name);
      return this;
    },
    match(selector) {
      return this.matches(selector);
    },
    contains(node) {
      return this !== node && Boolean(this.compareDocumentPosition(node) & 16);
    },
    inject(element) {
      element.append(this);
      return this;
    },
    grab(element) {
      this.append(element);
      return this;
    },
    dispose() {
      this.parentNode?.removeChild(this);
      return this;
    },
    destroy() {
      this.dispose();
      return null;
    },
    empty() {
      this.replaceChildren();
      return this;
    },
    clone(isDeep) {
      return this.cloneNode(isDeep);
    },
    hide() {
      this.style.display = 'none';
      return this;
    },
    show() {
      this.style.display = '';
      return this;
    },
    getElements(selector) {
      return [...this.querySelectorAll(selector)];
    },
    addEvent(type, listener) {
      this.addEventListener(type, listener);
      return this;
    },
  });
  window.$ = document.id = (id) => (typeof id === 'string' ? document.getElementById(id) : id);
  window.$$ = (selector) => [...document.querySelectorAll(selector)];
})();
