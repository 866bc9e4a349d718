import type { Coordinates } from '../../src/geocode/country-points.ts';

/** A place as GeoNames lists it. */
export interface GazetteerPlace extends Coordinates {
  name: string;
  key: string;
  country: string;
  /** Codes of its first-order and second-order divisions. */
  admin1: string;
  admin2: string;
  people: number;
  /** Other names, best known first. */
  others: string[];
}

export interface WeighedPlace extends GazetteerPlace {
  /** How many visitors a site may expect from it. */
  weight: number;
}

/** Tenths of a degree. */
export interface LatticePoint {
  x: number;
  y: number;
}

export interface Place extends WeighedPlace, LatticePoint {
  /** Index among the regions of its country, or −1. */
  region: number;
}

export interface Region extends LatticePoint {
  /** The `admin1` of its places, or `null` for a region that no place has. */
  division: string | null;
  /** The town that most of its people live around. */
  at: Place;
  weight: number;
  keys: string[];
}

/** By country. */
export type Regions = ReadonlyMap<string, readonly Region[]>;

/** What a pack stores of a name. */
export interface PackedName extends LatticePoint {
  key: string;
  /** Index among the regions of its country, or −1. */
  region: number;
  weight: number;
  /** How many visitors a site may expect under it, as `measure` computes it. */
  use: number;
}

export interface PlaceName extends PackedName {
  place: Place;
  /** Whether it is another name than the place's own. */
  isOther: boolean;
  rank?: number;
}

/** The share of all addresses that a database has under a name. */
export type ShareOf = (name: Pick<PlaceName, 'place' | 'region' | 'key'>) => number;
