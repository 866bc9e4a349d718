/** The manifest tells what a user can hold on to, so private members stay out of it. */
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
  globs: ['src/element/{live-map,fed-element,configured-element,events}.ts', 'src/badge/live-badge.ts'],
  outdir: '.',
  litelement: true,
  packagejson: false,
  quiet: true,
  plugins: [publicOnly],
};
