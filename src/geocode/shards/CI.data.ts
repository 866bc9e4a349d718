// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' -gIar>q1>e[4[bvc6b/g_WEcBt[5:7Mkhl@m<:?<i)!wM)J{bQgmv1ZTSHx0S<hB(;wo~bK)NUQ865I)a*z M.^L~zgvnP0??5{ki$(=<gQ';
