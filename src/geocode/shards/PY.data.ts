// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,(_CeZ$&xAWKxbVOno#:l6(rUJ4o5D^ur{aZv+NTZ_(Aulfr^}(t8Y;w4:/OI.Ioz!4@J  ';
