/** A node of a syntax tree, as ESTree has it. https://github.com/estree/estree */
export interface SyntaxNode {
  type: string;
  start: number;
  end: number;
}

/** A node and all below it. */
export function* nodesOf(node: SyntaxNode): Generator<SyntaxNode, void> {
  yield node;
  for (const value of Object.values(node) as unknown[]) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) if (isNode(child)) yield* nodesOf(child);
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** A part of a text, and what it becomes. */
export interface Edit {
  start: number;
  end: number;
  text: string;
}

/** @param edits From the beginning to the end; they do not overlap. */
export function edited(code: string, edits: readonly Edit[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of edits) {
    result += code.slice(at, start) + text;
    at = end;
  }
  return result + code.slice(at);
}
