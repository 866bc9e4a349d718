declare module 'virtual:search-index' {
  const entries: readonly unknown[];
  export default entries;
}
