// npm run pictures:states: takes the pictures of all states again, which the demo shows and test/pages/pictures.test.ts
// compares with. Needs a build. Look at what has changed before you commit it.
process.env.PICTURES = 'renew';
await import('../test/pages/pictures.test.ts');
