// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' - A;<5@Ec}_|A/qhUpU}C9![KqzjU&26%Nyx)e0sfguv^nO=:8dQ^h2p%?AADT-3|zz[^g*DL@k[nTf-DEd*%lQFA9$^,],;iWm]J  ';
