import ts from 'typescript';

/** A JSON Schema, 2020-12. */
export type JsonSchema = Record<string, unknown>;

/** ISO 8601, wherever a doc comment begins with it. */
const TIME = 'ISO 8601';

/**
 * JSON Schemas of the interfaces of a file: what they extend and leave out is resolved, other interfaces are referred to.
 *
 * @param refer Where the schema of another interface is.
 */
export function schemasOf(
  file: string,
  names: readonly string[],
  refer: (name: string) => string,
): Record<string, JsonSchema> {
  const program = ts.createProgram([file], { strict: true, allowImportingTsExtensions: true, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${file}: expected a module.`);
  const exported = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));
  const definitions: Record<string, JsonSchema> = {};

  const docOf = (symbol: ts.Symbol): JsonSchema => {
    const description = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll('\n', ' ');
    return description ? { description } : {};
  };

  const objectOf = (type: ts.Type): JsonSchema => {
    const properties: Record<string, JsonSchema> = {};
    const required: string[] = [];
    for (const symbol of type.getProperties()) {
      const isOptional = (symbol.flags & ts.SymbolFlags.Optional) !== 0;
      if (!isOptional) required.push(symbol.name);
      const doc = docOf(symbol);
      const schema = schemaOf(checker.getTypeOfSymbol(symbol));
      const isTime = typeof doc.description === 'string' && doc.description.startsWith(TIME);
      properties[symbol.name] = { ...doc, ...schema, ...(isTime && { format: 'date-time' }) };
    }
    return { type: 'object', properties, required, additionalProperties: false };
  };

  const unionOf = (types: readonly ts.Type[]): JsonSchema => {
    const literals = types.filter((type) => type.isLiteral()).map((type) => type.value);
    const isNullable = types.some((type) => (type.flags & ts.TypeFlags.Null) !== 0);
    const rest = types.filter(
      (type) => !type.isLiteral() && (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) === 0,
    );
    // `boolean` is a union of its two values.
    const isBoolean = rest.length > 0 && rest.every((type) => (type.flags & ts.TypeFlags.BooleanLiteral) !== 0);
    const choices = isBoolean && rest.length > 1 ? [{ type: 'boolean' }] : rest.map(schemaOf);
    if (literals.length > 0) choices.push(literals.length === 1 ? { const: literals[0] } : { enum: literals });
    const [only] = choices;
    if (only && choices.length === 1) {
      if (!isNullable) return only;
      if (typeof only.type === 'string' && only.type !== 'object') return { ...only, type: [only.type, 'null'] };
    }
    return { anyOf: [...choices, ...(isNullable ? [{ type: 'null' }] : [])] };
  };

  function schemaOf(type: ts.Type): JsonSchema {
    if (type.isUnion()) return unionOf(type.types);
    if (type.isLiteral()) return { const: type.value };
    if (type.flags & ts.TypeFlags.BooleanLiteral) return { const: checker.typeToString(type) === 'true' };
    if (type.flags & ts.TypeFlags.String) return { type: 'string' };
    if (type.flags & ts.TypeFlags.Number) return { type: 'number' };
    if (type.flags & ts.TypeFlags.Null) return { type: 'null' };
    if (checker.isArrayType(type)) {
      const [item] = checker.getTypeArguments(type as ts.TypeReference);
      return { type: 'array', items: item ? schemaOf(item) : {} };
    }
    return type.isClassOrInterface() ? referTo(type) : objectOf(type);
  }

  const referTo = (type: ts.Type): JsonSchema => {
    const { name } = type.symbol;
    if (!(name in definitions)) {
      definitions[name] = {};
      definitions[name] = { ...docOf(type.symbol), ...objectOf(type) };
    }
    return { $ref: refer(name) };
  };

  for (const name of names) {
    const symbol = exported.get(name);
    if (!symbol) throw new Error(`${file}: expected an exported ${name}.`);
    referTo(checker.getDeclaredTypeOfSymbol(symbol));
  }
  return definitions;
}
