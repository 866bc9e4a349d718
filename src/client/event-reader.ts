export interface StreamEvent {
  /** `message` where the event names none. */
  type: string;
  data: string;
}

/**
 * Reads Server-Sent Events from text that comes in pieces, cut anywhere.
 * https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation
 *
 * @returns Takes the next piece, and gives the events that it completes.
 */
export function eventReader(): (piece: string) => StreamEvent[] {
  let line: string[] = [];
  let data = '';
  let type = '';
  let endsInReturn = false;
  return (piece) => {
    const events: StreamEvent[] = [];
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
      if (data) events.push({ type: type || 'message', data: data.slice(1) });
      data = type = '';
    }
    line.push(rest);
    return events;
  };
}
