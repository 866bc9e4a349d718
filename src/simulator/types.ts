/**
 * The answer as the upstream's documentation has it, before any reading. Two versions of the documentation exist;
 * fields marked A are in version A only.
 */
export interface RealtimeMapAnswer {
  status: 'success';
  data: {
    count: number;
    visitors: AnswerVisitor[];
    /** A. */
    conversionMetrics?: { baselineConversionRate: number; baselineAverageValue: number };
    hasConversionPredictions: boolean;
    recentEvents: AnswerEvent[];
    recentPayments: AnswerPayment[];
  };
}

export interface AnswerVisitor {
  visitorId: string;
  location: { city: string | null; region: string | null; countryCode: string | null };
  /** Objects in version A, plain strings in version B. */
  system:
    | { browser: { name: string }; os: { name: string }; device: { type: string } }
    | { browser: string; os: string; device: string };
  currentUrl: string | null;
  /** A. */
  referrer?: string | null;
  /** A. ISO 8601. */
  sessionStartTime?: string;
  /** A. */
  visitCount?: number;
  /** A. */
  params?: Record<string, string | null>;
  /** A. WGS 84 degrees; absent where the city is not known. */
  latitude?: number;
  /** A. */
  longitude?: number;
  /** A. */
  isCustomer?: boolean;
  /** A. */
  customerName?: string | null;
  /** A. */
  customerEmail?: string | null;
  profileData: { displayName?: string; userId?: string; hasProfile?: boolean; isRandomName?: boolean };
  /** A. `null` where the model has nothing to say. */
  conversionLikelihood?: AnswerLikelihood | null;
}

export interface AnswerLikelihood {
  score: number;
  confidence: number;
  isBaseline: boolean;
  dimensionMatches: string[];
  raw: { conversionRate: number; averageValue: number; expectedValue: number };
}

export interface AnswerEvent {
  _id: string;
  type: string;
  visitorId: string;
  timestamp: string;
  path: string;
  countryCode: string | null;
  extraData: Record<string, string>;
  referrer: string | null;
  /** A. */
  customerName?: string | null;
  amount: number | null;
  displayName: string | null;
}

export interface AnswerPayment {
  _id: string;
  type: 'payment_received';
  timestamp: string;
  name: string;
  email: string;
  amount: number;
  currency: string;
  renewal: boolean;
  displayName: string | null;
  isNew: boolean;
  visible: boolean;
}
