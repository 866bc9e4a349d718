// Made by `npm run places` from GeoNames (CC BY 4.0) and others, see NOTICE. Do not edit.
export default ' ,{4w:z!zKq&sY+UrMYtMD;5)^ rnD^xGk.}1XxS}L,bDP$%SH/+R50wOM9OjP';
