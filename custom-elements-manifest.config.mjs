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
            .filter(({ name }) => name !== 'headers')
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

/** The manifest describes the public interface, without private members. */
const publicOnly = {
  name: 'public-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      for (const declaration of module.declarations) {
        declaration.members = declaration.members?.filter(
          ({ name, privacy }) => !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected',
        );
        // The analyzer takes the argument of an event's constructor for the name of another event.
        declaration.events = declaration.events?.filter(({ description }) => description);
      }
    }
  },
};

export default {
  globs: ['src/element/{live-map,options,events}.ts', 'src/badge/{live-badge,options}.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [optionMembers(), publicOnly],
};
