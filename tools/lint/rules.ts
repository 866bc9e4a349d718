import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';
import { definePlugin, type ESTree, type Rule } from '@oxlint/plugins';
import { cycleThrough, readSourceTree } from './source-tree.ts';

const src = resolve(import.meta.dirname, '../../src');
/** Wrappers of other frameworks and languages repeat names on purpose; data is generated. */
const tree = () => readSourceTree(src, (file) => /[\\/](frameworks|languages)[\\/]|\.data\.ts$/.test(file));

/** A name that is exported twice makes a reader open the wrong file. */
const uniqueExports: Rule = {
  meta: { type: 'problem', messages: { twice: '"{{name}}" is also exported by {{others}}.' }, schema: [] },
  create: (context) => ({
    Program(node) {
      for (const [name, files] of tree().exporters) {
        if (files.length < 2 || !files.includes(context.filename)) continue;
        const others = files.filter((file) => file !== context.filename).map((file) => relative(src, file));
        context.report({ node, messageId: 'twice', data: { name, others: others.join(', ') } });
      }
    },
  }),
};

/** Files that import each other can only be read, tested and moved together. */
const noCycles: Rule = {
  meta: { type: 'problem', messages: { cycle: 'Import cycle: {{path}}.' }, schema: [] },
  create: (context) => ({
    Program(node) {
      const cycle = cycleThrough(context.filename, tree().imports);
      const path = cycle?.map((file) => relative(src, file)).join(' → ');
      if (path !== undefined) context.report({ node, messageId: 'cycle', data: { path } });
    },
  }),
};

interface WallOptions {
  /** By room, a folder of src, the rooms that it may import from. */
  rooms: Readonly<Record<string, readonly string[]>>;
  /** Packages that only some rooms may import; `node` means Node's own modules. */
  libraries: readonly { name: string; packages: readonly string[]; rooms: readonly string[] }[];
}

/** A room imports only from the rooms below it, and only the libraries that it may know. */
const walls: Rule = {
  meta: {
    type: 'problem',
    messages: {
      room: 'src/{{room}} may import from {{allowed}}, not from src/{{target}}.',
      unknown: 'src/{{room}} is not listed among the rooms.',
      library: '{{name}} is for {{allowed}} only.',
    },
    schema: [{ type: 'object' }],
  },
  create(context) {
    const { rooms, libraries } = context.options[0] as unknown as WallOptions;
    const roomOf = (path: string): string | null => {
      const parts = relative(src, path).split(sep);
      return parts[0] === '..' || parts.length < 2 ? null : (parts[0] ?? null);
    };
    const room = roomOf(context.filename);
    const allowed = room === null ? null : rooms[room];
    const check = (node: ESTree.Node, specifier: unknown): void => {
      if (room === null || typeof specifier !== 'string') return;
      if (!allowed) context.report({ node, messageId: 'unknown', data: { room } });
      else if (specifier.startsWith('.')) {
        const target = roomOf(resolve(dirname(context.filename), specifier));
        if (target === null || target === room || allowed.includes(target)) return;
        context.report({ node, messageId: 'room', data: { room, target, allowed: allowed.join(', ') || 'no room' } });
      } else {
        for (const { name, packages, rooms: homes } of libraries) {
          if (!packages.some((known) => isFrom(specifier, known)) || homes.includes(room)) continue;
          context.report({ node, messageId: 'library', data: { name, allowed: homes.join(', ') } });
        }
      }
    };
    return {
      ImportDeclaration: (node) => {
        check(node, node.source.value);
      },
      ExportNamedDeclaration: (node) => {
        check(node, node.source?.value);
      },
      ExportAllDeclaration: (node) => {
        check(node, node.source.value);
      },
      ImportExpression: (node) => {
        check(node, 'value' in node.source ? node.source.value : null);
      },
    };
  },
};

function isFrom(specifier: string, known: string): boolean {
  if (known === 'node') return specifier.startsWith('node:') || builtinModules.includes(specifier);
  return (
    specifier === known || specifier.startsWith(`${known}/`) || (known.endsWith('-') && specifier.startsWith(known))
  );
}

/** Words that make a comment read as translated, or that have no antecedent (see CONTRIBUTING.md). */
const UNPLAIN = /\b(tells?|told|telling|whoever|somebody|nobody|whom|anew)\b/gi;

const plainWords: Rule = {
  meta: { type: 'suggestion', messages: { word: 'Replace "{{word}}" by a plain technical word.' }, schema: [] },
  create: (context) => ({
    Program() {
      for (const comment of context.sourceCode.getAllComments()) {
        for (const [word] of comment.value.matchAll(UNPLAIN)) {
          context.report({ loc: comment.loc, messageId: 'word', data: { word } });
        }
      }
    },
  }),
};

/** Pages add properties to prototypes. */
const noForIn: Rule = {
  meta: { type: 'problem', messages: { inherited: 'for…in visits what pages add to prototypes; use Object.keys.' } },
  create: (context) => ({
    ForInStatement(node) {
      context.report({ node, messageId: 'inherited' });
    },
  }),
};

/** Rules of this project. */
export default definePlugin({
  meta: { name: 'house' },
  rules: {
    walls,
    'unique-exports': uniqueExports,
    'no-cycles': noCycles,
    'plain-words': plainWords,
    'no-for-in': noForIn,
  },
});
