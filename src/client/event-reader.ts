/**
 * Reads Server-Sent Events from text that breaks off anywhere: what is pushed goes on where the last piece ended. Only
 * `data` counts, and an event is one once its empty line is there.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @returns Takes the next piece, and gives the data of the events that it completes.
 */
export function eventReader(): (piece: string) => string[] {
  let line = '';
  let data = '';
  let endsInReturn = false;
  return (piece) => {
    if (!piece) return [];
    // A line's end may be cut in two.
    const lines = (line + (endsInReturn ? piece.replace(/^\n/, '') : piece)).split(/\r\n?|\n/);
    endsInReturn = piece.endsWith('\r');
    line = lines.pop() ?? '';
    const events: string[] = [];
    for (const whole of lines) {
      if (/^data(:|$)/.test(whole)) data += `\n${whole.replace(/^data:? ?/, '')}`;
      if (whole) continue;
      if (data) events.push(data.slice(1));
      data = '';
    }
    return events;
  };
}
