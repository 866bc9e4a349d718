// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' . {(c8uIX,N|KQx;M$/u=L0#c -CNS5)n8,#%]gGaPQlT,~PT^<Pqiz;D1c7[I;YFoooB>#F^-L<rbAgV^2?}/<:5?G^,ks@5m<yYe|q+m)eJ:) +9c%/9Vyxt>*Fs?HKg3FXn<v>La-9jZ?-f?+1  ';
