/**
 * Reads Server-Sent Events from text that comes in pieces, cut anywhere. Only events of the type `message` count.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @returns Takes the next piece, and gives the data of the events that it completes.
 */
export function eventReader(): (piece: string) => string[] {
  let line: string[] = [];
  let data = '';
  let type = '';
  let endsInReturn = false;
  return (piece) => {
    const events: string[] = [];
    // A line's end may be cut in two.
    const ends = (endsInReturn ? piece.replace(/^\n/, '') : piece).split(/\r\n?|\n/);
    if (piece) endsInReturn = piece.endsWith('\r');
    const rest = ends.pop() ?? '';
    for (const end of ends) {
      // Joined once, at its end: a line of megabytes comes in thousands of pieces.
      const whole = line.join('') + end;
      line = [];
      const [, field, value = ''] = /^(data|event)(?:: ?(.*))?$/s.exec(whole) ?? [];
      if (field === 'data') data += `\n${value}`;
      if (field === 'event') type = value;
      if (whole) continue;
      if (data && /^(message)?$/.test(type)) events.push(data.slice(1));
      data = type = '';
    }
    line.push(rest);
    return events;
  };
}
