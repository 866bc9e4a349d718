export function isInside(code: string, x: number, y: number): boolean;
