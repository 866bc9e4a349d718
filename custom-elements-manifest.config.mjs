/** The table of options that each element's interface of the same name extends. */
const OPTIONS = { LiveMapOptions: 'DatafastLiveMap', BadgeOptions: 'DatafastLiveBadge' };

/**
 * The elements declare their options as an interface with docs and types (`src/element/options.ts`), from which these
 * attributes and properties are made.
 */
function optionMembers() {
  const members = new Map();
  return {
    name: 'option-members',
    analyzePhase({ ts, node }) {
      if (!ts.isInterfaceDeclaration(node) || !(node.name.text in OPTIONS)) return;
      members.set(
        OPTIONS[node.name.text],
        node.members.map((member) => ({
          name: member.name.getText(),
          type: { text: member.type.getText() },
          description: member.jsDoc?.[0]?.comment ?? '',
        })),
      );
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declarations } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          const options = members.get(declaration.name);
          if (!options) continue;
          const attributes = options
            .filter(({ name }) => !['headers', 'filter'].includes(name))
            .map(({ name, ...option }) => ({ name: kebab(name), ...option, fieldName: name }));
          const fields = options.map((option) => ({ kind: 'field', privacy: 'public', ...option }));
          declaration.attributes = [...attributes, ...(declaration.attributes ?? [])];
          declaration.members = [...fields, ...(declaration.members ?? [])];
        }
      }
    },
  };
}

function kebab(name) {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}

/** The public entries of the package, and the classes that they register or export. */
const ENTRIES = {
  'dist/index.js': { tagName: 'datafast-live-map', from: ['src/element/live-map.ts', 'src/element/events.ts'] },
  'dist/badge.js': { tagName: 'datafast-live-badge', from: ['src/badge/live-badge.ts'] },
};

/** The manifest describes the public interface: elements and events, without private members. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    const declarations = customElementsManifest.modules.flatMap((module) => module.declarations);
    for (const declaration of declarations) {
      declaration.members = declaration.members?.filter(
        ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
      );
      // The analyzer takes the argument of an event's constructor for the name of another event.
      declaration.events = declaration.events?.filter(({ description }) => description);
    }
  },
};

const EVENT = { name: 'CustomEvent', package: 'global:' };

/** Modules are the files of the package that applications import, not the sources. */
const publishedModules = {
  name: 'published-modules',
  packageLinkPhase({ customElementsManifest }) {
    const sources = new Map(customElementsManifest.modules.map((module) => [module.path, module]));
    customElementsManifest.schemaVersion = '2.1.0';
    customElementsManifest.modules = Object.entries(ENTRIES).map(([path, { tagName, from }]) => {
      const declarations = from
        .flatMap((source) => sources.get(source).declarations)
        .filter(({ kind }) => kind === 'class');
      // The base class of the events is not exported.
      for (const declaration of declarations) if (declaration.superclass?.module) declaration.superclass = EVENT;
      const { name: element } = declarations.find((declaration) => declaration.tagName === tagName);
      return {
        kind: 'javascript-module',
        path,
        declarations,
        exports: [
          ...declarations.map(({ name }) => ({ kind: 'js', name, declaration: { name, module: path } })),
          { kind: 'custom-element-definition', name: tagName, declaration: { name: element, module: path } },
        ],
      };
    });
  },
};

export default {
  globs: ['src/element/{live-map,options,events}.ts', 'src/badge/{live-badge,options}.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [optionMembers(), publicOnly, publishedModules],
};
